/** What the parts of the workbench share: its services, pictures and the perspective. */
package org.palisade.ui.internal;
