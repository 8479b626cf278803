#include "widgets/linelistaccessible.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace swb::ui {

namespace {

QAbstractScrollArea *viewOf(const QAccessibleInterface &list)
{
    return static_cast<QAbstractScrollArea *>(list.object());
}

/// What stands on one line of the view now.
class LineAccessible : public QAccessibleInterface
{
public:
    /// The list outlives it.
    LineAccessible(const LineListAccessible &list, int line)
        : m_list(list)
        , m_view(viewOf(list))
        , m_line(line)
    {
    }

    bool isValid() const override { return m_view && m_line < m_list.lineCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_list.lineText(m_line) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inViewport = m_list.lineRect(m_line);
        return {m_view->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.focused = m_view->hasFocus() && m_line == m_list.currentLine();
        state.selected = m_list.isLineSelected(m_line);
        return state;
    }

private:
    const LineListAccessible &m_list;
    QPointer<QAbstractScrollArea> m_view;
    int m_line;
};

} // namespace

LineListAccessible::LineListAccessible(QAbstractScrollArea *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

LineListAccessible::~LineListAccessible()
{
    for (const QAccessible::Id id : m_lines)
        QAccessible::deleteAccessibleInterface(id);
}

QAccessibleInterface *LineListAccessible::child(int line) const
{
    if (line < 0 || line >= childCount())
        return nullptr;
    while (static_cast<int>(m_lines.size()) <= line) {
        auto *made = new LineAccessible(*this, static_cast<int>(m_lines.size()));
        m_lines.push_back(QAccessible::registerAccessibleInterface(made));
    }
    return QAccessible::accessibleInterface(m_lines[static_cast<size_t>(line)]);
}

int LineListAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int line = 0; line < static_cast<int>(m_lines.size()); ++line) {
        if (QAccessible::accessibleInterface(m_lines[static_cast<size_t>(line)]) == child)
            return line;
    }
    return -1;
}

QAccessibleInterface *LineListAccessible::childAt(int x, int y) const
{
    return child(lineAt(viewOf(*this)->viewport()->mapFromGlobal(QPoint(x, y)).y()));
}

QAccessibleInterface *LineListAccessible::focusChild() const
{
    return viewOf(*this)->hasFocus() ? child(currentLine()) : nullptr;
}

void announceLine(QAbstractScrollArea *view, int line)
{
    if (!QAccessible::isActive() || !view->hasFocus() || line < 0)
        return;
    QAccessibleEvent focus(view, QAccessible::Focus);
    focus.setChild(line);
    QAccessible::updateAccessibility(&focus);
}

} // namespace swb::ui
