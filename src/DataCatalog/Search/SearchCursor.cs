using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataCatalog.Http;
using DataCatalog.Index.Columns;

namespace DataCatalog.Search;

/// <summary>
/// A position between two answers. In a sorted list it names the dataset beside it, and stays valid when datasets change; in a list ranked
/// by words it is a number, and is valid only until the catalogue changes.
/// </summary>
/// <param name="Question">A digest of the question and its order: a cursor is valid for one question only.</param>
/// <param name="IsForward">Whether the page follows the position; otherwise it ends there.</param>
/// <param name="Key">The sort key of the dataset beside the position; in a ranked list, the position as a number.</param>
/// <param name="Id">
/// The dataset before the position, or after it when the page ends there; in a ranked list, the sequence number of the last change it
/// shows.
/// </param>
internal sealed record SearchCursor(string Question, bool IsForward, string Key, string Id)
{
    private const char Separator = '\n';

    /// <summary>Computes the digest by which a cursor is recognised as one of this question.</summary>
    public static string DigestOf(Question question)
    {
        var text = $"{question.Path}\n{question.Order?.Name}\n{question.Query}";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    /// <summary>The position after a dataset of a sorted list, or before it when the page ends there.</summary>
    public static SearchCursor At(Question question, bool isForward, Row row) => new(
        DigestOf(question),
        isForward,
        question.Order == RowOrder.Modified ? row.Sequence.ToString(CultureInfo.InvariantCulture)
            : question.Order == RowOrder.Title ? row.Title
            : "",
        row.Id);

    /// <summary>A position in a ranked list.</summary>
    public static SearchCursor At(Question question, bool isForward, int place, long sequence) => new(
        DigestOf(question), isForward, place.ToString(CultureInfo.InvariantCulture), sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a cursor; null when the text is not a cursor of this service.</summary>
    public static SearchCursor? Parse(string text) =>
        StrictBase64.FromUrl(text) is { } bytes
        && Encoding.UTF8.GetString(bytes).Split(Separator) is [var question, "+" or "-", var key, var id] parts
            ? new SearchCursor(question, parts[1] is "+", key, id)
            : null;

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            string.Join(Separator, Question, IsForward ? "+" : "-", Key.ReplaceLineEndings(" "), Id)));

    /// <summary>Returns how many datasets of a sorted list come before the position.</summary>
    public int PlaceIn(ReadOnlySpan<Row> rows, RowOrder order)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var comparison = Compare(rows[middle], order);
            if (comparison < 0 || (comparison == 0 && IsForward))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Returns the position in a ranked list as a number; null when the catalogue has changed since.</summary>
    /// <param name="sequence">The sequence number of the last change that the list shows.</param>
    public int? PlaceInRanked(long sequence) =>
        long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var then) && then == sequence
        && int.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>Compares a dataset with the one beside the position.</summary>
    private int Compare(Row row, RowOrder order)
    {
        var byKey = order == RowOrder.Modified ? SequenceOf(Key).CompareTo(row.Sequence)
            : order == RowOrder.Title ? RowOrder.CompareTitles(row.Title, Key)
            : 0;
        return byKey != 0 ? byKey : string.CompareOrdinal(row.Id, Id);
    }

    private static long SequenceOf(string key) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
