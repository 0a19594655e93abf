# caught-by: loads_the_backbone
# mistake: The shapes do not seem to be compared.
# mistake[zh-CN]: 似乎没有比较形状。
def load_matching(model, state):
    own = model.state_dict()
    loaded = [name for name, value in state.items() if name in own]
    skipped = [name for name in state if name not in loaded]
    missing = [name for name in own if name not in state]
    model.load_state_dict({name: state[name] for name in loaded}, strict=False)
    return loaded, skipped, missing
