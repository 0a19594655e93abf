"""One uniform number per token says both whether it is selected and what becomes of it."""

import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    u = torch.rand(ids.shape, generator=generator, dtype=torch.float64)
    ordinary = torch.ones_like(ids, dtype=torch.bool)
    for token in special:
        ordinary &= ids != token
    u = u.masked_fill(~ordinary, 2.0)
    words = torch.randint(vocab_size, tuple(ids.shape), generator=generator)
    new_ids = torch.where(u < 0.9 * mlm_probability, words, ids)
    new_ids = torch.where(u < 0.8 * mlm_probability, torch.full_like(ids, mask_id), new_ids)
    labels = ids.masked_fill(u >= mlm_probability, -100)
    return new_ids, labels
