"""One prediction at a time."""

import torch


def causal_lm_loss(logits, labels):
    total, count = 0.0, 0
    for row, tokens in zip(logits, labels):
        for t in range(len(tokens) - 1):
            target = int(tokens[t + 1])
            if target != -100:
                total = total + torch.logsumexp(row[t], 0) - row[t][target]
                count += 1
    return total / count
