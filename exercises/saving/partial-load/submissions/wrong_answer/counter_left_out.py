# caught-by: loads_the_buffers
# mistake: Entries with zero dimensions do not seem to be loaded.
# mistake[zh-CN]: 0 维的条目似乎没有加载。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [
        name for name, value in state.items() if name in own and own[name].shape == value.shape and value.dim() > 0
    ]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
