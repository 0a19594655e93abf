# caught-by: compares_shapes
# mistake: Numbers of elements seem to be compared instead of shapes.
# mistake[zh-CN]: 比较的似乎是元素个数，而不是形状。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].numel() == value.numel()]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name].reshape(own[name].shape) for name in loaded}, strict=False)
    return loaded, skipped, missing
