/**
 * Lets a test in another process use a workbench: see what is on the screen, press, type and run commands. Knows no bundle of ours, so that it can be
 * in an Eclipse before anything of ours is.
 */
package org.palisade.ui.driver.internal;
