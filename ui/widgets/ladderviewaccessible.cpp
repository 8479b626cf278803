#include "widgets/ladderviewaccessible.h"

#include "widgets/ladderview.h"
#include "widgets/linelistaccessible.h"

namespace swb::ui {

namespace {

class LadderViewAccessible : public LineListAccessible
{
public:
    explicit LadderViewAccessible(LadderView *view)
        : LineListAccessible(view)
    {
    }

    int lineCount() const override { return view()->visibleBlockCount(); }
    int currentLine() const override { return view()->currentIndex(); }
    int lineAt(int y) const override { return view()->visibleIndexAt(y); }
    QRect lineRect(int line) const override { return view()->visibleBlockRect(line); }
    QString lineText(int line) const override { return view()->sentence(view()->visibleBlock(line)); }
    bool isLineSelected(int line) const override { return line == view()->currentIndex(); }

private:
    LadderView *view() const { return static_cast<LadderView *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *view = qobject_cast<LadderView *>(object);
    return view ? new LadderViewAccessible(view) : nullptr;
}

} // namespace

void installLadderViewAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCurrentBlock(LadderView *view)
{
    announceLine(view, view->currentIndex());
}

} // namespace swb::ui
