# caught-by: leaves_tokens_alone
# mistake: You seem to change `tokens`.
# mistake[zh-CN]: 你似乎修改了 `tokens`。
def skipgram_pairs(tokens, window):
    pairs = []
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    tokens.reverse()
    return pairs
