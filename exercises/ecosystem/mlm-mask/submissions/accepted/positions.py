"""Flat positions of the selected tokens; the fate of each is one of ten."""

import torch


def mask_tokens(ids, mask_id, vocab_size, special, mlm_probability=0.15, generator=None):
    flat = ids.flatten()
    new_ids, labels = flat.clone(), torch.full_like(flat, -100)
    ordinary = (flat[:, None] != torch.tensor(special)).all(dim=1).nonzero()[:, 0]
    where = ordinary[torch.rand(len(ordinary), generator=generator) < mlm_probability]
    labels[where] = flat[where]
    lot = torch.randint(10, (len(where),), generator=generator)
    new_ids[where[lot < 8]] = mask_id
    random = where[lot == 8]
    new_ids[random] = torch.randint(0, vocab_size, (len(random),), generator=generator)
    return new_ids.view(ids.shape), labels.view(ids.shape)
