/** Tests of how the bundles are wired, in the framework that they are made for. */
package org.palisade.agent.tests;
