/// The units in which people write estimates.
enum TimeUnit {
  /// Seconds by the spelling of a unit, in lower case.
  static let seconds: [String: Int] = {
    let month = Estimate.secondsPerMonth
    let spellings: [(Int, [String])] = [
      (1, ["s", "sec", "secs", "second", "seconds", "秒", "сек", "секунд"]),
      (
        60,
        [
          "m", "min", "mins", "minute", "minutes", "minuto", "minutos", "分", "分钟", "分鐘", "分間",
          "мин",
          "минут", "минуты", "минута", "minuten",
        ]
      ),
      (
        3600,
        [
          "h", "hr", "hrs", "hour", "hours", "hora", "horas", "小时", "小時", "個小時", "个小时", "時間", "ч",
          "час",
          "часа", "часов", "stunde", "stunden", "heure", "heures", "std",
        ]
      ),
      (
        Estimate.secondsPerDay,
        [
          "d", "day", "days", "workday", "workdays", "día", "días", "dia", "dias", "天", "日", "人日",
          "人天", "日間",
          "день", "дня", "дней", "tag", "tage", "tagen", "jour", "jours",
        ]
      ),
      (
        Estimate.secondsPerWeek,
        [
          "w", "wk", "wks", "week", "weeks", "semana", "semanas", "周", "週", "週間", "неделя",
          "недели", "недель",
          "woche", "wochen", "semaine", "semaines",
        ]
      ),
      (
        month,
        [
          "month", "months", "mes", "meses", "个月", "個月", "ヶ月", "か月", "月", "месяц", "месяца",
          "месяцев", "monat",
          "monate", "mois",
        ]
      ),
    ]
    var table: [String: Int] = [:]
    for (seconds, names) in spellings { for name in names { table[name] = seconds } }
    return table
  }()

  /// The longest spelling, in scalars.
  static let longest = 10
}
