import torch


@torch.no_grad()
def load_matching(model, state):
    loaded, skipped = [], []
    targets = model.state_dict(keep_vars=True)
    for name, value in state.items():
        target = targets.get(name)
        if target is None or target.size() != value.size():
            skipped.append(name)
            continue
        target.copy_(value)
        loaded.append(name)
    return loaded, skipped, sorted(set(targets) - set(state))
