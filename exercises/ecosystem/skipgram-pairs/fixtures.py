"""Calls with a list, and the list afterwards. Nothing here knows what is right."""


def called(function, tokens, window):
    tokens = list(tokens)
    return function(tokens, window), tokens
