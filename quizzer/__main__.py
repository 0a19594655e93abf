"""``python -m quizzer``: the same program as the installed ``quizzer``."""

from quizzer.cli.main import main

if __name__ == "__main__":
    main()
