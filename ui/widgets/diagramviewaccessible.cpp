#include "widgets/diagramviewaccessible.h"

#include "widgets/diagramview.h"
#include "widgets/linelistaccessible.h"

namespace swb::ui {

namespace {

class DiagramViewAccessible : public LineListAccessible
{
public:
    explicit DiagramViewAccessible(DiagramView *view)
        : LineListAccessible(view)
    {
    }

    int lineCount() const override { return view()->partCount(); }
    int currentLine() const override { return view()->currentPart(); }
    int lineAt(int y) const override
    {
        for (int part = 0; part < view()->partCount(); ++part) {
            const QRect rect = view()->partRect(part);
            if (!rect.isNull() && rect.top() <= y && y <= rect.bottom())
                return part;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(view()->partAt(view()->viewport()->mapFromGlobal(QPoint(x, y))));
    }
    QRect lineRect(int line) const override { return view()->partRect(line); }
    QString lineText(int line) const override { return view()->partText(line); }
    bool isLineSelected(int line) const override { return line == view()->currentPart(); }

private:
    DiagramView *view() const { return static_cast<DiagramView *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &key, QObject *object)
{
    Q_UNUSED(key)
    auto *view = qobject_cast<DiagramView *>(object);
    return view ? new DiagramViewAccessible(view) : nullptr;
}

} // namespace

void installDiagramViewAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCurrentPart(DiagramView *view)
{
    announceLine(view, view->currentPart());
}

} // namespace swb::ui
