"""Coins: first the selected, then 80 % of them, then half of the rest."""

import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    inputs, labels = ids.clone(), ids.clone()
    probability = torch.full(labels.shape, mlm_probability)
    for token in special:
        probability.masked_fill_(labels == token, 0.0)
    chosen = torch.bernoulli(probability, generator=generator).bool()
    labels[~chosen] = -100
    masked = torch.bernoulli(torch.full(labels.shape, 0.8), generator=generator).bool() & chosen
    inputs[masked] = mask_id
    random = torch.bernoulli(torch.full(labels.shape, 0.5), generator=generator).bool() & chosen & ~masked
    words = torch.randint(vocab_size, labels.shape, generator=generator, dtype=torch.long)
    inputs[random] = words[random]
    return inputs, labels
