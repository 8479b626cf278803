#pragma once

#include <QList>
#include <QPushButton>
#include <QWidget>

class QButtonGroup;

namespace swb::ui {

/// A few choices side by side, of which one holds: "Text | Hex | Both". A place to Tab to; the arrow keys
/// choose.
class SegmentedSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedSwitch(QWidget *parent = nullptr);

    /// Appends a segment; its texts follow by setSegment(). The first one is chosen.
    void addSegment(const QString &objectName);
    void setSegment(int index, const QString &text, const QString &toolTip, const QString &accessibleName);
    void setSegmentEnabled(int index, bool enabled);
    void setSegmentVisible(int index, bool visible);

    int current() const;
    void setCurrent(int index); ///< emits chosen() when it is another one

Q_SIGNALS:
    void chosen(int index);
    void clicked(); ///< by mouse, which takes no focus: who uses it may put the focus where work goes on

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QButtonGroup *m_group;
    QList<QPushButton *> m_segments;
    int m_current = 0;
};

} // namespace swb::ui
