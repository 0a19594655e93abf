# quizzer: mlm-mask
"""Masking for a masked language model."""

import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    """Select tokens, mask 80 % of them, replace 10 %; return the new ids and the labels."""
    new_ids = ids.clone()
    labels = torch.full_like(ids, -100)
    # Which tokens are selected? What becomes of each of them?
    return new_ids, labels
