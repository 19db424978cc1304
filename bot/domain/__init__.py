"""Pure rules and frozen values: standard library only, no input, no output, no clock."""
