#include "widgets/logviewaccessible.h"

#include "models/logmodel.h"
#include "widgets/logview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace swb::ui {

namespace {

/// What stands on one line of the view now.
class LogLineAccessible : public QAccessibleInterface
{
public:
    LogLineAccessible(LogView *view, int line)
        : m_view(view)
        , m_line(line)
    {
    }

    bool isValid() const override { return m_view && row() < rows(); }
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
        return kind == QAccessible::Name && isValid() ? m_view->model()->accessibleText(row()) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inViewport = m_view->rowRect(row());
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
        state.focused = m_view->hasFocus() && row() == m_view->currentRow();
        state.selected = row() >= m_view->selectionStart() && row() <= m_view->selectionEnd();
        return state;
    }

private:
    int row() const { return m_view->firstVisibleRow() + m_line; }
    int rows() const { return m_view->model() ? m_view->model()->rowCount() : 0; }

    QPointer<LogView> m_view;
    int m_line;
};

/// A list as tall as the view, whatever the length of the log: child n is what stands on the view's nth line
/// now. A table interface over ten million rows would have a screen reader make ten million objects.
class LogViewAccessible : public QAccessibleWidget
{
public:
    explicit LogViewAccessible(LogView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }

    ~LogViewAccessible() override
    {
        for (const QAccessible::Id id : m_lines)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override
    {
        if (!view()->model())
            return 0;
        return std::min(view()->visibleRowCount(), view()->model()->rowCount() - view()->firstVisibleRow());
    }

    QAccessibleInterface *child(int line) const override
    {
        if (line < 0 || line >= childCount())
            return nullptr;
        while (static_cast<int>(m_lines.size()) <= line) {
            auto *made = new LogLineAccessible(view(), static_cast<int>(m_lines.size()));
            m_lines.push_back(QAccessible::registerAccessibleInterface(made));
        }
        return QAccessible::accessibleInterface(m_lines[static_cast<size_t>(line)]);
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int line = 0; line < static_cast<int>(m_lines.size()); ++line) {
            if (QAccessible::accessibleInterface(m_lines[static_cast<size_t>(line)]) == child)
                return line;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const int row = view()->rowAtY(view()->viewport()->mapFromGlobal(QPoint(x, y)).y());
        return row < 0 ? nullptr : child(row - view()->firstVisibleRow());
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->currentRow() - view()->firstVisibleRow()) : nullptr;
    }

private:
    LogView *view() const { return static_cast<LogView *>(object()); }

    mutable std::vector<QAccessible::Id> m_lines; ///< owned by QAccessible's registry
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogViewAccessible(view) : nullptr;
}

} // namespace

void installLogViewAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCurrentRow(LogView *view)
{
    const int line = view->currentRow() - view->firstVisibleRow();
    if (!QAccessible::isActive() || !view->hasFocus() || line < 0)
        return;
    QAccessibleEvent focus(view, QAccessible::Focus);
    focus.setChild(line);
    QAccessible::updateAccessibility(&focus);
}

} // namespace swb::ui
