"""A module whose body fails."""
print("failing begins", __name__ == "__main__")
raise LookupError("not today")
