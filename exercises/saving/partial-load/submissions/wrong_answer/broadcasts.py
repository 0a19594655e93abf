# caught-by: compares_shapes
# mistake: Whatever can be broadcast seems to be copied.
# mistake[zh-CN]: 凡是能广播的似乎都被复制了。
def fits(value, shape):
    try:
        value.expand(shape)
    except RuntimeError:
        return False
    return True


def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and fits(value, own[name].shape)]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name].expand_as(own[name]) for name in loaded}, strict=False)
    return loaded, skipped, missing
