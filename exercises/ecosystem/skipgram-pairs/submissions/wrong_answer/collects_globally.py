# caught-by: leaves_tokens_alone
# mistake: The pairs of earlier calls seem to stay.
# mistake[zh-CN]: 以前调用的结果似乎留了下来。
def skipgram_pairs(tokens, window, pairs=[]):
    for i, center in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if j != i:
                pairs.append((center, tokens[j]))
    return pairs
