#include "widgets/streamviewaccessible.h"

#include "widgets/streamview.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace swb::ui {

namespace {

/// What stands on one line of the view now.
class StreamLineAccessible : public QAccessibleInterface
{
public:
    StreamLineAccessible(StreamView *view, int line)
        : m_view(view)
        , m_line(line)
    {
    }

    bool isValid() const override { return m_view && m_line < m_view->visibleLineCount(); }
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
        return kind == QAccessible::Name && isValid() ? m_view->lineText(m_line) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inViewport = m_view->lineRect(m_line);
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
        state.focused = m_view->hasFocus() && m_line == m_view->caretLine();
        state.selected = m_view->isLineSelected(m_line);
        return state;
    }

private:
    QPointer<StreamView> m_view;
    int m_line;
};

/// A list as tall as the view, whatever the length of the stream: child n is what stands on the view's nth
/// line now.
class StreamViewAccessible : public QAccessibleWidget
{
public:
    explicit StreamViewAccessible(StreamView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }

    ~StreamViewAccessible() override
    {
        for (const QAccessible::Id id : m_lines)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return view()->visibleLineCount(); }

    QAccessibleInterface *child(int line) const override
    {
        if (line < 0 || line >= childCount())
            return nullptr;
        while (static_cast<int>(m_lines.size()) <= line) {
            auto *made = new StreamLineAccessible(view(), static_cast<int>(m_lines.size()));
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
        const int inViewport = view()->viewport()->mapFromGlobal(QPoint(x, y)).y();
        return child(inViewport < 0 ? -1 : inViewport / std::max(1, view()->lineRect(0).height()));
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->caretLine()) : nullptr;
    }

private:
    StreamView *view() const { return static_cast<StreamView *>(object()); }

    mutable std::vector<QAccessible::Id> m_lines; ///< owned by QAccessible's registry
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *view = qobject_cast<StreamView *>(object);
    return view ? new StreamViewAccessible(view) : nullptr;
}

} // namespace

void installStreamViewAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCaretLine(StreamView *view)
{
    if (!QAccessible::isActive() || !view->hasFocus())
        return;
    const int line = view->caretLine();
    if (line < 0)
        return;
    QAccessibleEvent focus(view, QAccessible::Focus);
    focus.setChild(line);
    QAccessible::updateAccessibility(&focus);
}

} // namespace swb::ui
