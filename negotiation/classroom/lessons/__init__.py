"""Six lessons: a question, a prediction, a game, what many worlds show, and a quiz before and after."""

from negotiation.classroom.lessons.setting import lesson_setting

__all__ = ["lesson_setting"]
