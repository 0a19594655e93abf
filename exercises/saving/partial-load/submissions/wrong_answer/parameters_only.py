# caught-by: loads_the_buffers
# mistake: Buffers do not seem to be loaded.
# mistake[zh-CN]: 缓冲区似乎没有加载。
def load_matching(model, state):
    own = dict(model.named_parameters())
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in model.state_dict() if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
