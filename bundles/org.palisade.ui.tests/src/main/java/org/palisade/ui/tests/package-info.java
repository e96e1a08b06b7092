/** Tests that use the workbench as a user does: in a real window, through its commands, views and dialogs, against a simulated vCenter. */
package org.palisade.ui.tests;
