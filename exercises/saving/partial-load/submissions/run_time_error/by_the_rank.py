# caught-by: compares_shapes
# mistake: Only the number of axes seems to be compared.
# mistake[zh-CN]: 似乎只比较了维数。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].dim() == value.dim()]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
