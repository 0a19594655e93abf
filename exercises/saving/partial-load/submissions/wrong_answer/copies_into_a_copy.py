# caught-by: loads_the_backbone
# mistake: The values seem to be put into the dictionary, not into the model.
# mistake[zh-CN]: 值似乎放进了字典，而不是放进模型。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own and own[name].shape == value.shape]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    own.update({name: state[name] for name in loaded})
    return loaded, skipped, missing
