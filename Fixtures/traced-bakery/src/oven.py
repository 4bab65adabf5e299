class Oven:
    def heat(self, minutes):
        """Heats ahead of the dough.

        @spec oven/1.1
        """
        return minutes - 10

    # @spec ovn/1.2, oven/task-2
    def door(self, seconds):
        return seconds > 60
