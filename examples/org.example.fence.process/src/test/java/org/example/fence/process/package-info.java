/** The back end against the contract of the fence API, with real processes. */
package org.example.fence.process;
