#pragma once

#include "pages/palettemodel.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace swb::ui {

/// One line to type into, over the window, and a list of what answers it: commands, connections, recent
/// files. Enter does what is chosen; Escape or a click elsewhere puts it away, and the focus back.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void open(const QList<PaletteEntry> &entries, const QStringList &usedLast);
    PaletteModel *model() { return &m_model; }

Q_SIGNALS:
    void used(const QString &id); ///< before it is run

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();
    void retranslate();
    void place();
    void filter(const QString &text);
    void move(int by);
    bool handleKey(int key);
    void runCurrent();
    void putAway(bool giveFocusBack);

    PaletteModel m_model;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace swb::ui
