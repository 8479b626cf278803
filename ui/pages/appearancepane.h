#pragma once

#include "pages/preferencepane.h"
#include "widgets/theme.h"

class QComboBox;
class QSpinBox;

namespace swb::ui {

class FieldNote;
class SegmentedSwitch;

/// Language, colours, size of text, and the font of the data with a sample of it.
class AppearancePane : public PreferencePane
{
    Q_OBJECT

public:
    struct Choice
    {
        QString language; ///< empty: the system's
        int theme = 0; ///< the system's, light, dark
        int textPercent = 100;
        DataFontChoice dataFont;
        friend bool operator==(const Choice &, const Choice &) = default;
    };
    struct Bounds
    {
        QList<std::pair<QString, QString>> languages; ///< code and own name
        int smallestText, largestText, smallestData, largestData; ///< per cent
    };
    explicit AppearancePane(const Bounds &bounds, QWidget *parent = nullptr);

    QString title() const override { return tr("Appearance"); }
    void show(const Choice &choice); ///< emits nothing

Q_SIGNALS:
    void chosen(const swb::ui::AppearancePane::Choice &choice);

protected:
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    void setUp(const Bounds &bounds);
    void fillFamilies();
    void take();
    Choice read() const;
    void showSample();

    QComboBox *m_language;
    SegmentedSwitch *m_theme;
    QSpinBox *m_text;
    QComboBox *m_family;
    QSpinBox *m_data;
    QLabel *m_sample;
    QLabel *m_languageLabel;
    QLabel *m_themeLabel;
    QLabel *m_textLabel;
    QLabel *m_familyLabel;
    QLabel *m_dataLabel;
    QLabel *m_sampleLabel;
    Choice m_shown;
};

} // namespace swb::ui
