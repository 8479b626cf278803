#pragma once

#include <QAccessibleWidget>

#include <vector>

class QAbstractScrollArea;

namespace swb::ui {

/// A view of lines as screen readers see it: a list as tall as the view, whatever the length of what it
/// shows, in which child n is what stands on the view's nth line now. A table over ten million rows would
/// have a screen reader make ten million objects.
class LineListAccessible : public QAccessibleWidget
{
public:
    explicit LineListAccessible(QAbstractScrollArea *view);
    ~LineListAccessible() override;

    virtual int lineCount() const = 0; ///< that can be seen whole
    virtual int currentLine() const = 0; ///< where the caret is; outside of the count: not to be seen
    virtual int lineAt(int y) const = 0; ///< in the viewport; negative: none
    virtual QRect lineRect(int line) const = 0; ///< in the viewport
    virtual QString lineText(int line) const = 0;
    virtual bool isLineSelected(int line) const = 0;

    int childCount() const override { return lineCount(); }
    QAccessibleInterface *child(int line) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

private:
    mutable std::vector<QAccessible::Id> m_lines; ///< owned by QAccessible's registry
};

/// Tells a screen reader that this line of the view is current, if one listens and the view has the focus.
void announceLine(QAbstractScrollArea *view, int line);

} // namespace swb::ui
