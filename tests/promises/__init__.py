"""What the program promises, in the words of whoever uses it: each test is one sentence that may be relied on."""
