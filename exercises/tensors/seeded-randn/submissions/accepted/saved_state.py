"""Saves the state and restores it by hand."""

import torch


def init_weight(out_features, in_features, seed):
    state = torch.get_rng_state()
    try:
        torch.manual_seed(seed)
        return torch.empty(out_features, in_features).normal_()
    finally:
        torch.set_rng_state(state)
