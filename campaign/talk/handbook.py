"""A plan made ready to be asked: its vocabulary, its index, its acronyms. Built once per plan."""

from campaign.plan.model import Plan


class Handbook:
    """What `understand` and `answer` need to know of a plan; building it takes milliseconds."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
