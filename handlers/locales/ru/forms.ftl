# Анкеты: что у всех общее.

form-step = Шаг { $number } из { $count }
