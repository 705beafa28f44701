using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DataCatalog.Pages;

/// <summary>A part of a page, which knows the page that it is on.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>The page.</summary>
    [CascadingParameter]
    public PageContext Page { get; set; } = null!;

    /// <summary>Writes a number as the reader writes numbers.</summary>
    protected static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Writes a number in a sentence for one, or in a sentence for any other number.</summary>
    protected static string Counted(int number, string one, string many) => Fill(number == 1 ? one : many, Count(number));

    /// <summary>Writes a day, a month or a year as the reader does; other texts as they are.</summary>
    protected static string Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString(day.Day == 1 ? Texts.FirstDay_Format : Texts.Day_Format, CultureInfo.CurrentCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
        : text;

    /// <summary>Fills a text with values.</summary>
    protected static string Fill(string text, params object[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>Returns the text of a code, such as <c>Kind_dataset</c>; the code itself where there is none.</summary>
    protected static string Word(string group, string code) => Texts.ResourceManager.GetString(
        $"{group}_{code.Replace('-', '_')}", CultureInfo.CurrentUICulture) ?? code;
}
