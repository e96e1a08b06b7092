"""Measures fence agents side by side on one simulated vCenter. Python's standard library only, which the agents compared with need anyway."""
