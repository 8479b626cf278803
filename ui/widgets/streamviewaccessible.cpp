#include "widgets/streamviewaccessible.h"

#include "widgets/linelistaccessible.h"
#include "widgets/streamview.h"

#include <algorithm>

namespace swb::ui {

namespace {

class StreamViewAccessible : public LineListAccessible
{
public:
    explicit StreamViewAccessible(StreamView *view)
        : LineListAccessible(view)
    {
    }

    int lineCount() const override { return view()->visibleLineCount(); }
    int currentLine() const override { return view()->caretLine(); }
    int lineAt(int y) const override { return y < 0 ? -1 : y / std::max(1, lineRect(0).height()); }
    QRect lineRect(int line) const override { return view()->lineRect(line); }
    QString lineText(int line) const override { return view()->lineText(line); }
    bool isLineSelected(int line) const override { return view()->isLineSelected(line); }

private:
    StreamView *view() const { return static_cast<StreamView *>(object()); }
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
    announceLine(view, view->caretLine());
}

} // namespace swb::ui
