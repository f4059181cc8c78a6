assert None, 42
