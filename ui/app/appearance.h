#pragma once

#include "translations/language.h"
#include "widgets/theme.h"

#include <QObject>

class QPalette;
class QSettings;

namespace swb::ui {

/// How the program looks and which language it speaks; both are kept in the settings and change at once.
/// One for the application; window thread.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Theme
    {
        System,
        Light,
        Dark
    };
    Q_ENUM(Theme)

    /// `settings` is not owned. Applies what they say.
    explicit Appearance(QSettings *settings, QObject *parent = nullptr);
    ~Appearance() override;

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    static constexpr int fewestTextSteps = -3;
    static constexpr int mostTextSteps = 10;
    static constexpr int smallestData = 70; ///< per cent of the other text
    static constexpr int largestData = 200;
    /// The text is larger (for a projector) or smaller than the system's by so many steps of a tenth;
    /// bounded.
    int textSteps() const { return m_textSteps; }
    void setTextSteps(int steps);
    DataFontChoice dataFont() const { return m_dataFont; }
    void setDataFont(const DataFontChoice &choice); ///< the size is bounded
    QString language() const { return m_languageName; } ///< "en", "zh_CN"; empty: the system's
    void setLanguage(const QString &language);
    /// Names that setLanguage() takes, each with how its speakers call it.
    static QList<std::pair<QString, QString>> languages();

Q_SIGNALS:
    void changed(); ///< one of them

private:
    void applyTheme();
    void applyTextSteps();
    void applyLanguage();

    QSettings *m_settings;
    bool m_systemIsDark = false;
    Theme m_theme = Theme::System;
    qreal m_systemPoints; ///< the size of the system's text
    int m_textSteps = 0;
    DataFontChoice m_dataFont;
    QString m_languageName;
    Language m_language;
};

} // namespace swb::ui
