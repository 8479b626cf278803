#pragma once

#include <QWidget>

class QHBoxLayout;

namespace swb::ui {

class SegmentedSwitch;

/// How what is selected is looked at: the log, the stream, two streams side by side, TCP itself.
enum class Lens
{
    Log,
    Stream,
    SideBySide,
    Tcp
};

/// The line above the recorded events: the choice of lens on the left, tools for what is shown on the right.
class LensBar : public QWidget
{
    Q_OBJECT

public:
    explicit LensBar(QWidget *parent = nullptr);

    Lens lens() const;
    void setLens(Lens lens);
    void setLensOffered(Lens lens, bool offered);
    void addTool(QWidget *tool); ///< takes it over; tools stand in the order in which they came

Q_SIGNALS:
    void lensChosen(swb::ui::Lens lens);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    SegmentedSwitch *m_lenses;
    QHBoxLayout *m_tools;
};

} // namespace swb::ui
