/** A fence back end for processes of this machine: an example of how to write one. */
package org.example.fence.process;
