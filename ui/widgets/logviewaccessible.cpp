#include "widgets/logviewaccessible.h"

#include "models/logmodel.h"
#include "widgets/linelistaccessible.h"
#include "widgets/logview.h"

#include <algorithm>

namespace swb::ui {

namespace {

class LogViewAccessible : public LineListAccessible
{
public:
    explicit LogViewAccessible(LogView *view)
        : LineListAccessible(view)
    {
    }

    int lineCount() const override
    {
        const int rows = view()->model() ? view()->model()->rowCount() : 0;
        return std::clamp(rows - view()->firstVisibleRow(), 0, view()->visibleRowCount());
    }
    int currentLine() const override { return view()->currentRow() - view()->firstVisibleRow(); }
    int lineAt(int y) const override
    {
        const int row = view()->rowAtY(y);
        return row < 0 ? -1 : row - view()->firstVisibleRow();
    }
    QRect lineRect(int line) const override { return view()->rowRect(rowOf(line)); }
    QString lineText(int line) const override { return view()->model()->accessibleText(rowOf(line)); }
    bool isLineSelected(int line) const override
    {
        return rowOf(line) >= view()->selectionStart() && rowOf(line) <= view()->selectionEnd();
    }

private:
    LogView *view() const { return static_cast<LogView *>(object()); }
    int rowOf(int line) const { return view()->firstVisibleRow() + line; }
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
    announceLine(view, view->currentRow() - view->firstVisibleRow());
}

} // namespace swb::ui
