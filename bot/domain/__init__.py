"""Pure values and rules: no await, no now(), no I/O."""
