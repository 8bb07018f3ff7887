package org.urunan.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.urunan.ledger.Day;

/**
 * Donations of each of the last days as bars, drawn by the server.
 *
 * @param days oldest first, one of them at least with a donation; empty when there is nothing to
 *     draw
 */
public record DailyChart(List<Day> days) {

    private static final int HEIGHT = 100;
    private static final int STEP = 10;

    /** One bar, in the units of the picture. */
    public record Bar(int x, int y, int height, Day day) {

        public boolean isEmpty() {
            return day.donations() == 0;
        }
    }

    public int width() {
        return days.size() * STEP;
    }

    public String length() {
        return Integer.toString(days.size());
    }

    public String count() {
        return Show.number(days.stream().mapToLong(Day::donations).sum());
    }

    public Day first() {
        return days.getFirst();
    }

    public Day last() {
        return days.getLast();
    }

    public Day busiest() {
        return Collections.max(days, Comparator.comparingLong(Day::donations));
    }

    /** What the highest bar stands for. */
    public String most() {
        return Show.number(busiest().donations());
    }

    public List<Bar> bars() {
        var most = busiest().donations();
        return IntStream.range(0, days.size()).mapToObj(i -> bar(i, days.get(i), most)).toList();
    }

    private static Bar bar(int index, Day day, long most) {
        var count = day.donations();
        var height = count == 0 ? 1 : (int) Math.max(3, count * HEIGHT / most);
        return new Bar(index * STEP + 1, HEIGHT - height, height, day);
    }
}
