#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace swb::ui {

class Appearance;

/// Where size of text, theme and language are chosen.
class AppearanceMenus : public QObject
{
    Q_OBJECT

public:
    /// Adds them to `menu`, which owns them. `appearance` is not owned and must outlive this.
    AppearanceMenus(QMenu *menu, Appearance *appearance, QObject *parent = nullptr);

    void retranslate();

private:
    void wireTextSizes();
    void fillThemes();
    void fillLanguages();
    void showChoices();

    Appearance *m_appearance;
    QAction *m_larger;
    QAction *m_smaller;
    QAction *m_normal;
    QMenu *m_themes;
    QMenu *m_languages;
};

} // namespace swb::ui
