using System.Globalization;
using System.Text.Json;
using SseGen.Benchmarks.Payloads;

namespace SseGen.Benchmarks.Formatting;

internal static partial class HandWritten
{
    public static void Write(Utf8JsonWriter json, Order order)
    {
        json.WriteStartObject();
        json.WriteString(s_id, order.Id);
        json.WriteNumber(s_number, order.Number);
        json.WriteString(s_customer, order.Customer);
        json.WriteString(s_email, order.Email);
        json.WriteString(s_phone, order.Phone);
        json.WriteNumber(s_state, (int)order.State);
        json.WriteString(s_placedAt, order.PlacedAt);
        if (order.ShippedAt is { } shippedAt)
        {
            json.WriteString(s_shippedAt, shippedAt);
        }
        else
        {
            json.WriteNull(s_shippedAt);
        }

        json.WriteString(s_dueOn, order.DueOn.ToString("O", CultureInfo.InvariantCulture));
        json.WriteNumber(s_net, order.Net);
        json.WriteNumber(s_tax, order.Tax);
        json.WriteNumber(s_weight, order.Weight);
        json.WriteNumber(s_parcels, order.Parcels);
        if (order.Rating is { } rating)
        {
            json.WriteNumber(s_rating, rating);
        }
        else
        {
            json.WriteNull(s_rating);
        }

        WriteRest(json, order);
        json.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter json, Order order)
    {
        json.WriteBoolean(s_isGift, order.IsGift);
        json.WriteBoolean(s_isPaid, order.IsPaid);
        json.WriteString(s_currency, order.Currency);
        json.WriteString(s_handling, order.Handling.ToString("c"));
        json.WriteStartArray(s_lines);
        foreach (var line in order.Lines)
        {
            json.WriteStartObject();
            json.WriteString(s_sku, line.Sku);
            json.WriteString(s_title, line.Title);
            json.WriteNumber(s_quantity, line.Quantity);
            json.WriteNumber(s_unitPrice, line.UnitPrice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString(s_notes, order.Notes);
    }
}
