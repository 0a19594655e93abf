# caught-by: shares_no_memory
# mistake: Frozen parameters seem to become trainable.
# mistake[zh-CN]: 冻结的参数似乎变成了可训练的。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    model.requires_grad_(True)
    return loaded, skipped, missing
