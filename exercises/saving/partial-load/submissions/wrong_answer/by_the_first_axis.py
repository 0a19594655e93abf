# caught-by: compares_shapes
# mistake: Only the first axis seems to be compared.
# mistake[zh-CN]: 似乎只比较了第 0 维。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape[:1] == value.shape[:1]]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict(
        {
            name: state[name].expand_as(own[name])
            if state[name].dim() == own[name].dim()
            else state[name].flatten()[: own[name].numel()].reshape(own[name].shape)
            for name in loaded
        },
        strict=False,
    )
    return loaded, skipped, missing
